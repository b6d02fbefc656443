"""The file is protected by a password."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_ENCRYPTED_FILE",
    severity="fatal",
    scope="delivery",
    codes=("encrypted_file",),
    title=(
        "文件已加密",
        "The file is encrypted",
    ),
    reason=(
        "加密文件无法读取，口令不应随报表传递。",
        "An encrypted file cannot be read, and a password should not travel with a return.",
    ),
    formula="file = OLE2 container with encryption",
    message=(
        "文件已加密，无法读取。",
        "The file is encrypted and cannot be read.",
    ),
    action=(
        "请取消打开口令后重新报送。",
        "Remove the password and send the file again.",
    ),
)
